import { z } from "zod";

const MOST_BINDINGS = 100;

const alert = z.object({ desktop: z.boolean(), sound: z.boolean() });
const command = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

const preferences = z.object({
  /** Whether single keys act at all (WCAG 2.1.4), and the officer's own key for a command: "Shift+J"; "" for none. */
  shortcuts: z.object({
    on: z.boolean(),
    bindings: z.record(command, z.string().max(40)).refine((bindings) => Object.keys(bindings).length <= MOST_BINDINGS),
  }),
  /** Enter sends a reply and Shift+Enter begins a line; otherwise Enter begins a line. */
  enterSends: z.boolean(),
  /** `alarms` came later: what an officer chose before stays. */
  notify: z.object({ alarms: alert.default({ desktop: true, sound: true }), newWhileIdle: alert, mineDueSoon: alert, overdue: alert }),
  /** Of the sound, 0 to 1. */
  volume: z.number().min(0).max(1),
  /** What happened to the intake up to here, in milliseconds since 1970, the officer has read about. */
  noticesReadUntil: z.int().min(0),
});

export type Preferences = z.output<typeof preferences>;

/** The sections that one saving changes; each is replaced as a whole. */
export const preferencesInput = preferences.partial();
export type PreferencesChange = z.output<typeof preferencesInput>;

const DEFAULTS: Preferences = {
  shortcuts: { on: true, bindings: {} },
  enterSends: false,
  notify: {
    alarms: { desktop: true, sound: true },
    newWhileIdle: { desktop: true, sound: false },
    mineDueSoon: { desktop: true, sound: false },
    overdue: { desktop: true, sound: false },
  },
  volume: 0.5,
  noticesReadUntil: 0,
};

/** What an officer chose, from the database's JSON: unknown keys are dropped, a section that is missing or broken is the default. */
export function readPreferences(stored: unknown): Preferences {
  const known = z.record(z.string(), z.unknown()).safeParse(stored).data ?? {};
  const { shape } = preferences;
  return {
    shortcuts: shape.shortcuts.catch(DEFAULTS.shortcuts).parse(known.shortcuts),
    enterSends: shape.enterSends.catch(DEFAULTS.enterSends).parse(known.enterSends),
    notify: shape.notify.catch(DEFAULTS.notify).parse(known.notify),
    volume: shape.volume.catch(DEFAULTS.volume).parse(known.volume),
    noticesReadUntil: shape.noticesReadUntil.catch(DEFAULTS.noticesReadUntil).parse(known.noticesReadUntil),
  };
}

/** Preferences with what was changed in place of what stood there. */
export function withChange(before: Preferences, change: PreferencesChange): Preferences {
  return {
    shortcuts: change.shortcuts ?? before.shortcuts,
    enterSends: change.enterSends ?? before.enterSends,
    notify: change.notify ?? before.notify,
    volume: change.volume ?? before.volume,
    noticesReadUntil: change.noticesReadUntil ?? before.noticesReadUntil,
  };
}
