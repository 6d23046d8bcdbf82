import { randomBytes } from "node:crypto";
import { type ApiCall, type ApiResult, type Endpoints, get, post } from "./api-calls";
import { OK, refusal } from "./errcodes";
import { isFields } from "./fields";
import { type MediaType, readUpload } from "./media";
import { readForm } from "./media-calls";

/** One permanent file (protocol 6): its bytes in base64; a video has a title and an introduction. */
export type Material = {
  type: MediaType;
  data: string;
  contentType: string;
  name: string;
  updatedAt: number;
  title: string;
  about: string;
};

const MOST_A_PAGE = 20;
const TYPES: MediaType[] = ["image", "voice", "video", "thumb"];
const FEW = 1000;
const MANY = 100_000;
const MOST: Record<MediaType, number> = { image: MANY, voice: FEW, video: FEW, thumb: FEW };

export const MATERIAL_CALLS: Endpoints = {
  "/cgi-bin/material/add_material": post(addMaterial, { right: "verified", takesForm: true, daily: 1000 }),
  "/cgi-bin/material/get_material": post(getMaterial, { right: "verified", daily: 1000 }),
  "/cgi-bin/material/del_material": post(deleteMaterial, { right: "verified", daily: 1000 }),
  "/cgi-bin/material/get_materialcount": get(countMaterials, { right: "verified", daily: 1000 }),
  "/cgi-bin/material/batchget_material": post(listMaterials, { right: "verified", daily: 1000 }),
};

/** `add_material`: a form with the file in `media`, and for a video what it is about in `description`. */
async function addMaterial({ platform, query, raw, contentType, host, now }: ApiCall): Promise<ApiResult> {
  const { file, description } = await readForm(raw, contentType);
  if (!file) return { answer: refusal(41005) };
  const upload = readUpload(query.get("type"), file.bytes, true);
  if (typeof upload === "number") return { answer: refusal(upload) };
  const about = parsed(description);
  if (upload.type === "video" && typeof about.title !== "string") return { answer: refusal(40035) };
  const { materials } = platform.assets;
  const alike = Object.values(materials).filter(({ type }) => type === upload.type);
  if (alike.length >= MOST[upload.type]) return { answer: refusal(45034) };

  const media_id = randomBytes(32).toString("base64url");
  materials[media_id] = {
    ...{ type: upload.type, data: upload.bytes.toString("base64"), contentType: upload.contentType, name: file.name, updatedAt: now },
    ...{ title: String(about.title ?? ""), about: String(about.introduction ?? "") },
  };
  const isPicture = upload.type === "image" || upload.type === "thumb";
  return { answer: { media_id, ...(isPicture ? { url: addressOf(host, media_id) } : {}) } };
}

/** `get_material`: the file; for a video where it is, for a draft its articles. */
function getMaterial({ platform, body, host }: ApiCall): ApiResult {
  const id = String(body.media_id);
  const draft = platform.assets.drafts[id];
  if (draft) return { answer: { news_item: draft.articles } };
  const material = platform.assets.materials[id];
  if (!material) return { answer: refusal(40007) };
  const { type, title, about: description, contentType, name } = material;
  if (type === "video") return { answer: { title, description, down_url: addressOf(host, id) } };
  const bytes = Buffer.from(material.data, "base64");
  const headers = { "content-type": contentType, "content-length": bytes.length };
  return { answer: { name, bytes: bytes.length }, file: { bytes, headers: { ...headers, "content-disposition": "attachment" } } };
}

function deleteMaterial({ platform, body }: ApiCall): ApiResult {
  const id = String(body.media_id);
  if (!platform.assets.materials[id]) return { answer: refusal(40007) };
  if (JSON.stringify(platform.menu).includes(`"media_id":"${id}"`)) return { answer: refusal(48005) };
  delete platform.assets.materials[id];
  return { answer: OK };
}

function countMaterials({ platform }: ApiCall): ApiResult {
  const all = Object.values(platform.assets.materials);
  const counts = TYPES.map((type) => [`${type}_count`, all.filter((material) => material.type === type).length]);
  const { thumb_count: _thumbs, ...told } = Object.fromEntries(counts);
  return { answer: { ...told, news_count: Object.keys(platform.assets.drafts).length } };
}

function listMaterials({ platform, body, host }: ApiCall): ApiResult {
  const { type, offset, count } = body;
  if (!TYPES.includes(type as MediaType)) return { answer: refusal(40004) };
  if (!isCount(offset, 0, MANY) || !isCount(count, 1, MOST_A_PAGE)) return { answer: refusal(40035) };
  const all = Object.entries(platform.assets.materials).filter(([, material]) => material.type === type);
  const item = all.slice(offset, offset + count).map(([media_id, { name, updatedAt }]) => ({
    ...{ media_id, name, update_time: Math.floor(updatedAt / 1000), url: addressOf(host, media_id) },
  }));
  return { answer: { total_count: all.length, item_count: item.length, item } };
}

/** Whether it is a whole number within these bounds, as offsets and counts of lists must be. */
export function isCount(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function addressOf(host: string, id: string): string {
  return `http://${host}/media/${id}`;
}

function parsed(description: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(description);
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}
