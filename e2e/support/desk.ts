/** Where the desk under test and its phones are, and how its demo officers sign in. */
export const desk = {
  url: `http://127.0.0.1:${process.env.E2E_PORT ?? "4310"}`,
  phonesUrl: `http://127.0.0.1:${process.env.E2E_SANDBOX_PORT ?? "4311"}`,
  dataFolder: ".test/e2e",
  password: "jida-e2e-password",
};
