import { ACCOUNT_CALLS } from "./account-calls";
import type { Endpoints } from "./api-calls";
import { BLACKLIST_CALLS } from "./blacklist-calls";
import { BROADCAST_CALLS } from "./broadcasts";
import { CONDITIONAL_MENU_CALLS } from "./conditional-menus";
import { CUSTOM_MENU_CALLS } from "./custom-menu";
import { CUSTOMER_MESSAGE_CALLS } from "./customer-message";
import { DRAFT_CALLS } from "./drafts";
import { MATERIAL_CALLS } from "./material-calls";
import { MEDIA_CALLS } from "./media-calls";
import { NOTIFICATION_CALLS } from "./notifications";
import { OAUTH_CALLS } from "./oauth";
import { PUBLISH_CALLS } from "./publish-calls";
import { QR_CODE_CALLS } from "./qr-codes";
import type { Settings } from "./settings";
import { TAG_CALLS } from "./tag-calls";
import { TEMPLATE_CALLS } from "./templates";
import { TICKET_CALLS } from "./ticket-calls";
import { USER_CALLS } from "./user-calls";

/** Every address of the API that is played. */
export const ENDPOINTS: Endpoints = {
  ...ACCOUNT_CALLS,
  ...CUSTOMER_MESSAGE_CALLS,
  ...MEDIA_CALLS,
  ...MATERIAL_CALLS,
  ...DRAFT_CALLS,
  ...PUBLISH_CALLS,
  ...BROADCAST_CALLS,
  ...TEMPLATE_CALLS,
  ...NOTIFICATION_CALLS,
  ...CUSTOM_MENU_CALLS,
  ...CONDITIONAL_MENU_CALLS,
  ...USER_CALLS,
  ...TAG_CALLS,
  ...BLACKLIST_CALLS,
  ...QR_CODE_CALLS,
  ...OAUTH_CALLS,
  ...TICKET_CALLS,
};

/** How often a day the account may call an address: undefined for what is not counted. */
export function dailyLimitOf({ kind, dailyLimits }: Settings, path: string): number | undefined {
  const endpoint = ENDPOINTS[path];
  return dailyLimits[path] ?? (kind === "test" ? endpoint?.testDaily : undefined) ?? endpoint?.daily;
}
