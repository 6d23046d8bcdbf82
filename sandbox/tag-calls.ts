import { type ApiCall, type ApiResult, type Endpoints, get, post } from "./api-calls";
import type { Assets } from "./assets";
import { OK, refusal } from "./errcodes";
import { isFields, isTexts } from "./fields";
import type { Platform } from "./platform";
import type { Resident } from "./residents";
import { followersOf, pageOf } from "./user-calls";

const MOST_TAGS = 100;
const NAME_CHARACTERS = 30;
const MOST_AT_ONCE = 50;
const MOST_OF_ONE = 20;
/** 0, 1 and 2 are the platform's own. */
const FIRST_ID = 100;

const ONCE = { right: "verified", daily: 1000, testDaily: 100 } as const;
const OFTEN = { right: "verified", daily: 100_000, testDaily: 1000 } as const;

/** Tags and who carries them (protocol 9.2). */
export const TAG_CALLS: Endpoints = {
  "/cgi-bin/tags/create": post(createTag, ONCE),
  "/cgi-bin/tags/get": get(listTags, ONCE),
  "/cgi-bin/tags/update": post(renameTag, ONCE),
  "/cgi-bin/tags/delete": post(deleteTag, ONCE),
  "/cgi-bin/user/tag/get": post(listMembers, ONCE),
  "/cgi-bin/tags/members/batchtagging": post((call) => changeMembers(call, true), OFTEN),
  "/cgi-bin/tags/members/batchuntagging": post((call) => changeMembers(call, false), OFTEN),
  "/cgi-bin/tags/getidlist": post(listTagsOf, OFTEN),
};

/** The followers who carry a tag. */
export function taggedWith(platform: Platform, id: number): Resident[] {
  return followersOf(platform).filter(({ tagIds }) => tagIds.includes(id));
}

function createTag({ platform, body }: ApiCall): ApiResult {
  const { tags } = platform.assets;
  const name = newName(tags, body.tag);
  if (typeof name === "number") return { answer: refusal(name) };
  if (tags.length >= MOST_TAGS) return { answer: refusal(45056) };
  const id = Math.max(FIRST_ID - 1, ...tags.map((tag) => tag.id)) + 1;
  tags.push({ id, name });
  return { answer: { tag: { id, name } } };
}

function listTags({ platform }: ApiCall): ApiResult {
  const tags = platform.assets.tags.map((tag) => ({ ...tag, count: taggedWith(platform, tag.id).length }));
  return { answer: { tags } };
}

function renameTag({ platform, body }: ApiCall): ApiResult {
  const { tags } = platform.assets;
  const id = idOf(tags, isFields(body.tag) ? body.tag.id : undefined);
  if (typeof id !== "number") return { answer: refusal(id.refused) };
  const name = newName(tags, body.tag);
  if (typeof name === "number") return { answer: refusal(name) };
  for (const tag of tags) if (tag.id === id) tag.name = name;
  return { answer: OK };
}

function deleteTag({ platform, body }: ApiCall): ApiResult {
  const id = idOf(platform.assets.tags, isFields(body.tag) ? body.tag.id : undefined);
  if (typeof id !== "number") return { answer: refusal(id.refused) };
  platform.assets.tags = platform.assets.tags.filter((tag) => tag.id !== id);
  for (const resident of platform.residents.values()) resident.tagIds = resident.tagIds.filter((other) => other !== id);
  return { answer: OK };
}

function listMembers({ platform, body }: ApiCall): ApiResult {
  const id = idOf(platform.assets.tags, body.tagid);
  if (typeof id !== "number") return { answer: refusal(id.refused) };
  const openids = taggedWith(platform, id).map(({ openid }) => openid);
  return { answer: pageOf(openids, String(body.next_openid ?? "")) };
}

function changeMembers({ platform, body }: ApiCall, carry: boolean): ApiResult {
  const id = idOf(platform.assets.tags, body.tagid);
  if (typeof id !== "number") return { answer: refusal(id.refused) };
  const found = residentsIn(platform, body.openid_list, MOST_AT_ONCE);
  if (typeof found === "number") return { answer: refusal(found) };
  if (carry && found.some(({ tagIds }) => tagIds.length >= MOST_OF_ONE && !tagIds.includes(id))) return { answer: refusal(45059) };
  for (const resident of found) {
    const others = resident.tagIds.filter((other) => other !== id);
    resident.tagIds = carry ? [...others, id] : others;
  }
  return { answer: OK };
}

function listTagsOf({ platform, body }: ApiCall): ApiResult {
  const resident = platform.residents.get(String(body.openid));
  return { answer: resident ? { tagid_list: resident.tagIds } : refusal(40003) };
}

/** The residents of a list of openids, or the errcode that refuses the list. */
export function residentsIn(platform: Platform, openids: unknown, most: number): Resident[] | number {
  if (!isTexts(openids) || openids.length === 0) return 40031;
  if (openids.length > most) return 40032;
  const found = openids.flatMap((openid) => platform.residents.get(openid) ?? []);
  return found.length === openids.length ? found : 49003;
}

function newName(tags: Assets["tags"], tag: unknown): string | number {
  const name = isFields(tag) ? tag.name : undefined;
  if (typeof name !== "string" || name === "" || tags.some((other) => other.name === name)) return 45157;
  return [...name].length > NAME_CHARACTERS ? 45158 : name;
}

function idOf(tags: Assets["tags"], given: unknown): number | { refused: number } {
  const id = Number(given);
  if ([0, 1, 2].includes(id)) return { refused: 45058 };
  return tags.some((tag) => tag.id === id) ? id : { refused: 45159 };
}
