import { z } from "zod";
import { type ControlRoute, parseBody } from "./control-routes";
import { faultSchema } from "./faults";
import { feedFaultSchema } from "./feeds";
import { pushFaultSchema } from "./push-faults";
import { changeableSettings } from "./settings";
import { stateOf, stateSchema, takeState } from "./state-file";

/** Whoever takes it in keeps its own account: where pushes go, secrets and tokens. */
const scenarioSchema = z.object({
  settings: changeableSettings.omit({ webhookUrl: true }),
  state: stateSchema.omit({ tokens: true }),
  faults: z.array(faultSchema),
  pushFaults: z.array(pushFaultSchema),
  feedFaults: feedFaultSchema,
});

/** A whole situation as one JSON: phones, windows, menu, what the account has made, settings, and what shall go wrong. */
export const SCENARIO_ROUTES: ControlRoute[] = [
  {
    method: "GET",
    path: "/sandbox/scenario",
    handle: (platform) => {
      const { faults, pushFaults, feedFaults } = platform;
      const settings = scenarioSchema.shape.settings.strip().parse(platform.settings);
      const { tokens: _tokens, ...state } = stateOf(platform);
      return { settings, state, faults, pushFaults, feedFaults };
    },
  },
  {
    method: "POST",
    path: "/sandbox/scenario",
    handle: (platform, { body }) => {
      const { settings, state, faults, pushFaults, feedFaults } = parseBody(scenarioSchema, body);
      Object.assign(platform.settings, settings);
      takeState(platform, { ...state, tokens: platform.tokens });
      platform.faults = faults.map((rule, index) => ({ ...rule, id: index + 1, used: 0 }));
      platform.pushFaults = pushFaults.map((rule, index) => ({ ...rule, id: index + 1, used: 0 }));
      Object.assign(platform.feedFaults, feedFaults);
      platform.changes.publish({ type: "reset" });
      return { residents: platform.residents.size };
    },
  },
];
