import type { Broadcast } from "./broadcasts";
import type { ConditionalMenu } from "./conditional-menus";
import type { Draft } from "./drafts";
import type { Material } from "./material-calls";
import type { Authorization } from "./oauth";
import type { Publication } from "./publish-calls";
import type { QrCode } from "./qr-codes";
import type { Template } from "./templates";

/** What the account has made at the platform beside its menu: plain values, so that a file can keep them. */
export type Assets = {
  tags: { id: number; name: string }[];
  /** Permanent files, and pages by media id, publish id, ticket. */
  materials: Record<string, Material>;
  drafts: Record<string, Draft>;
  publications: Record<string, Publication>;
  broadcasts: Broadcast[];
  templates: Record<string, Template>;
  qrCodes: Record<string, QrCode>;
  conditionalMenus: ConditionalMenu[];
  /** What residents allowed web pages to know of them, by code. */
  authorizations: Record<string, Authorization>;
  /** Of the JS-SDK, by type: value and platform ms of its end. */
  tickets: Record<string, { value: string; expiresAt: number }>;
};

export function noAssets(): Assets {
  return {
    ...{ tags: [], materials: {}, drafts: {}, publications: {}, broadcasts: [], templates: {} },
    ...{ qrCodes: {}, conditionalMenus: [], authorizations: {}, tickets: {} },
  };
}
