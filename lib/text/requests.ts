/** What somebody may want beside the matter itself, which another answer settles: money back, damage made good, a person called to account. */
const REQUESTS: readonly RegExp[] = [
  /[退返减免][^ ]{0,3}(?:费|款|钱)|(?:费|款|钱)[^ ]{0,4}(?:退|返还|减免)|多[收扣]|乱收费/u,
  /赔|补偿|误工|损失/u,
  /(?:态度|作风|服务)[^ ]{0,4}(?:差|恶劣|不好|蛮横)|骂人|打人|推诿|不作为|失职|(?:工作|客服|维修|抢修|值班)人员[^ ]{0,6}(?:骂|凶|推|差)/u,
];
/** Water that comes too weakly is not water that does not come. */
const WEAK = /水压|水[流量]?(?:太|很|特别|好|这么|那么|有点|非常|一直)?(?:小|细|弱)(?!区|学|时|河|巷|路)/u;
const NONE = /停水|[没断无冇]水(?!压)|没有(?:自来)?水(?!压)|不出水|水停/u;

/** What a plain line wants beside its matter, one bit each; the last one for water that is weak. */
export function requestsIn(plain: string): number {
  const wanted = REQUESTS.reduce((found, request, index) => (request.test(plain) ? found | (1 << index) : found), 0);
  return WEAK.test(plain) && !NONE.test(plain) ? wanted | (1 << REQUESTS.length) : wanted;
}
