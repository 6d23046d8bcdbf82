import { z } from "zod";
import { menuFor } from "./conditional-menus";
import { ControlError, type ControlRoute, parseBody, residentOf } from "./control-routes";
import { menuFault, setMenu } from "./custom-menu";

const menuSchema = z.object({ button: z.array(z.record(z.string(), z.unknown())).nullable() });

/** The account's menu as the phones show it, and a hand in it that is not the desk's: the console's, or another program's. */
export const MENU_ROUTES: ControlRoute[] = [
  { method: "GET", path: "/sandbox/menu", handle: ({ menu }) => ({ button: menu?.button ?? null }) },
  {
    method: "GET",
    path: "/sandbox/residents/:openid/menu",
    handle: (platform, request) => ({ button: menuFor(platform, residentOf(platform, request))?.button ?? null }),
  },
  {
    method: "POST",
    path: "/sandbox/menu",
    handle: (platform, { body }) => {
      const { button } = parseBody(menuSchema, body);
      const fault = button === null ? 0 : menuFault(button);
      if (fault !== 0) throw new ControlError(400, `button: the platform would refuse it with ${fault}`);
      setMenu(platform, button);
      return { button };
    },
  },
];
