import { z } from "zod";
import type { Platform } from "./platform";
import { messageSchema } from "./push-fields";
import { causeEvent, type PushOptions, type Sent, writeMessage } from "./resident-actions";
import type { Resident } from "./residents";

/** A tap on a button of the custom menu, as it stands in the menu; `{ key }` alone is a click. */
export const menuTapSchema = z
  .object({
    type: z.enum([
      ...(["click", "view", "miniprogram", "scancode_push", "scancode_waitmsg"] as const),
      ...(["pic_sysphoto", "pic_photo_or_album", "pic_weixin", "location_select"] as const),
    ]),
    key: z.string().optional(),
    url: z.string().optional(),
    pagepath: z.string().optional(),
    /** What a scanned code says. */
    scanned: z.string().default("https://example.org/"),
  })
  .partial({ type: true });

export type MenuTap = z.output<typeof menuTapSchema>;

const PHOTO_MD5 = "1b5f7c23b5bf75682a53e7b6d163e185";
const PLACE = { Location_X: "39.273", Location_Y: "118.46", Scale: "16", Label: "河北省唐山市曹妃甸区", Poiname: "" };

/** What the webhook is told of the tap (protocol 2.2); a picture or a place follows as a message of its own. */
export function tapMenu(platform: Platform, resident: Resident, tap: MenuTap, options: PushOptions): Sent {
  const { type = "click", key = "", url = "", pagepath = "", scanned } = tap;
  const cause = (event: string, eventKey: string, fields = {}) => causeEvent(platform, resident, { event, eventKey, fields }, options);
  const then = (kind: "image" | "location", sent: Sent) => {
    writeMessage(platform, resident, messageSchema.parse({ kind }), options);
    return sent;
  };
  const MenuId = platform.menu?.menuid ?? 0;
  if (type === "click") return cause("CLICK", key);
  if (type === "view") return cause("VIEW", url, { MenuId });
  if (type === "miniprogram") return cause("view_miniprogram", pagepath, { MenuId });
  if (type === "location_select") return then("location", cause(type, key, { SendLocationInfo: PLACE }));
  if (type.startsWith("scancode")) return cause(type, key, { ScanCodeInfo: { ScanType: "qrcode", ScanResult: scanned } });
  const SendPicsInfo = { Count: 1, PicList: { item: { PicMd5Sum: PHOTO_MD5 } } };
  return then("image", cause(type, key, { SendPicsInfo }));
}
