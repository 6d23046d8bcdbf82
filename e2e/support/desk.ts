/** Two desks can be tested side by side: each with ports, a data folder and a report of its own. */
const name = process.env.E2E_DESK ?? "e2e";

/** Where the desk under test and its phones are, and how its demo officers sign in. */
export const desk = {
  url: `http://127.0.0.1:${process.env.E2E_PORT ?? "4310"}`,
  phonesUrl: `http://127.0.0.1:${process.env.E2E_SANDBOX_PORT ?? "4311"}`,
  dataFolder: `.test/${name}`,
  resultsFolder: `test-results/${name}`,
  report: `.test/${name}.json`,
  password: "jida-e2e-password",
};
