/** In which language a file's heads are. */
export type FaqLanguage = "zh-CN" | "en";
type Named = Record<FaqLanguage, string>;

const named = (chinese: string, english: string): Named => ({ "zh-CN": chinese, en: english });

export const FAQ_FORMATS = ["csv", "xlsx", "jsonl"] as const;
export type FaqFormat = (typeof FAQ_FORMATS)[number];

/** What a file of standing answers tells of each, with the heads of its columns: a line of JSON uses the keys. */
export const FAQ_HEADS = {
  number: named("数字", "number"),
  name: named("名称", "name"),
  parent: named("上级", "parent"),
  kind: named("形式", "kind"),
  title: named("图文标题", "title"),
  text: named("答复", "text"),
  link: named("链接", "link"),
  picture: named("图片", "picture"),
  keywords: named("关键词", "keywords"),
  rules: named("规则", "rules"),
  source: named("来源", "source"),
  asOf: named("截至", "asOf"),
  validFrom: named("生效", "validFrom"),
  validUntil: named("有效期至", "validUntil"),
  reviewAt: named("复核", "reviewAt"),
  owner: named("责任人", "owner"),
  version: named("版本", "version"),
  state: named("状态", "state"),
} as const;
export type FaqColumn = keyof typeof FAQ_HEADS;
export const FAQ_COLUMNS = Object.keys(FAQ_HEADS) as FaqColumn[];

/** What other systems call them. */
export const FAQ_ALIASES: Partial<Record<FaqColumn, readonly string[]>> = {
  number: ["编号", "序号"],
  name: ["标题", "问题", "question"],
  text: ["答案", "内容", "正文", "answer"],
  keywords: ["关键字"],
  validUntil: ["失效", "失效时间"],
};

export const FAQ_KINDS = {
  text: named("文字", "text"),
  articles: named("图文", "article"),
  picture: named("图片", "picture"),
  menu: named("子菜单", "menu"),
} as const;
export const FAQ_STATES = { published: named("已发布", "published"), draft: named("草稿", "draft") } as const;

/** Between the keywords of one cell; a reader takes commas and lines as well. */
export const BETWEEN_KEYWORDS = "、";
