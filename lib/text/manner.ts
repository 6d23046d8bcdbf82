/** How a question is written: at length, about a matter of the town in a line, or as a general question in a line. Each is decided by trees of its own. */
export type Manner = 0 | 1 | 2;
export const MANNERS = 3;

const LETTER = 60;
const OF_THE_TOWN =
  /投诉|举报|反映|建议(?!吃)|请求|希望|呼吁|咨询|领导|政府|政策|市民|居民|业主|小区|社区|街道|物业|开发商|公交|地铁|学校|中学|小学|幼儿园|户口|落户|社保|公积金|退休|拆迁|路灯|[停断没]水|[停断没]电|噪音|违建|城管|交警|[a-z]\d*[市区县]|[\p{Script=Han}\d](?:[路街镇村乡县]|区(?!别))/u;

/** The manner of a plain text. */
export function mannerOf(plain: string): Manner {
  if (plain.length > LETTER) return 0;
  return OF_THE_TOWN.test(plain) ? 1 : 2;
}
