import { type ControlRoute, parseBody } from "./control-routes";
import { faultSchema } from "./faults";
import { feedFaultSchema } from "./feeds";
import { pushFaultSchema } from "./push-faults";

/** What shall go wrong: `faults` between the account and the API, `push-faults` the other way, `feeds` with what the desk fetches. */
export const FAULT_ROUTES: ControlRoute[] = [
  {
    method: "GET",
    path: "/sandbox/faults",
    handle: ({ faults }) => ({ faults }),
  },
  {
    method: "POST",
    path: "/sandbox/faults",
    handle: (platform, { body }) => {
      const id = Math.max(0, ...platform.faults.map((rule) => rule.id)) + 1;
      const rule = { ...parseBody(faultSchema, body), id, used: 0 };
      platform.faults = [...platform.faults, rule];
      return rule;
    },
  },
  {
    method: "DELETE",
    path: "/sandbox/faults",
    handle: (platform) => {
      platform.faults = [];
      return { faults: [] };
    },
  },
  {
    method: "DELETE",
    path: "/sandbox/faults/:id",
    handle: (platform, { params }) => {
      platform.faults = platform.faults.filter((rule) => rule.id !== Number(params.id));
      return { faults: platform.faults };
    },
  },
  {
    method: "GET",
    path: "/sandbox/push-faults",
    handle: ({ pushFaults }) => ({ faults: pushFaults }),
  },
  {
    method: "POST",
    path: "/sandbox/push-faults",
    handle: (platform, { body }) => {
      const rule = { ...parseBody(pushFaultSchema, body), used: 0 };
      platform.pushFaults = [...platform.pushFaults, rule];
      return rule;
    },
  },
  {
    method: "DELETE",
    path: "/sandbox/push-faults",
    handle: (platform) => {
      platform.pushFaults = [];
      return { faults: [] };
    },
  },
  {
    method: "GET",
    path: "/sandbox/feeds",
    handle: ({ feedFaults }) => feedFaults,
  },
  {
    method: "POST",
    path: "/sandbox/feeds",
    handle: (platform, { body }) => {
      Object.assign(platform.feedFaults, parseBody(feedFaultSchema, body));
      return platform.feedFaults;
    },
  },
];
