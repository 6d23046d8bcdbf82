import type { Calendar, Policy } from "@/lib/sla/schema";

const day = [
  { from: "08:30", to: "12:00" },
  { from: "13:30", to: "17:30" },
];

/** A usual week without any special day. */
export const officeHours: Calendar = { week: [day, day, day, day, day, [], []], days: [] };

/** One rule for all. */
export const onePolicy: Policy = {
  rules: [
    {
      kinds: [],
      priority: "any",
      band: null,
      aroundTheClock: false,
      firstResponse: { minutes: 10, outsideMinutes: 30 },
      nextResponse: { minutes: 10, outsideMinutes: 30 },
      answerMinutes: null,
      promise: { workdays: 5, extensions: 1 },
    },
  ],
  escalation: { steps: [], repeatMinutes: null },
  silence: null,
  nobodyOnDutyMinutes: null,
};
