import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { answers } from "./database.mjs";
import { findFreePort, isFree } from "./ports.mjs";
import { postgresAccount } from "./postgres-account.mjs";
import { ensureCluster } from "./postgres-cluster.mjs";
import { address, keepCredentials, readCredentials, saveCredentials, USER } from "./postgres-credentials.mjs";
import { launchPostgres, startFailure } from "./postgres-launch.mjs";
import { postgresPrograms } from "./postgres-programs.mjs";
import { findPostmaster, removeStalePidFile, stopPostmaster } from "./postmaster.mjs";
import { isAlive } from "./processes.mjs";

const ATTEMPTS = 8;
const ADOPTION_PATIENCE = 4000;
// A port taken in between, or the memory of a killed run that its last processes still hold: both pass.
const PASSING = /could not bind|Address already in use|pre-existing shared memory/;

/**
 * A running embedded PostgreSQL. `stop` waits `patience` milliseconds for a tidy end before it forces one.
 * @typedef {{ pid: number, port: number, adopted: boolean, url: (database: string) => string, isRunning: () => boolean,
 *   stop: (patience?: number) => Promise<void> }} Postgres
 */

/**
 * Starts the embedded PostgreSQL of a data folder, or adopts the one that a killed run left behind. It listens on the
 * loopback interface only, on a port that is remembered as long as it stays free. The caller holds the folder's lock.
 * @param {{ dataFolder: string, settings?: string[] }} options `settings`: further `name=value` of postgresql.conf
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataFolder, settings = [] }) {
  const cluster = clusterOf(dataFolder);
  const programs = await postgresPrograms();
  const account = postgresAccount(cluster, programs.postgres);
  const credentials = await keepCredentials(dataFolder, cluster);

  const adopted = await adopt(cluster, credentials);
  if (adopted) return adopted;

  ensureCluster({
    cluster,
    initdb: programs.initdb,
    account,
    user: USER,
    password: credentials.password,
  });
  for (let attempt = 1; ; attempt += 1) {
    removeStalePidFile(cluster);
    const port = (await isFree(credentials.port)) ? credentials.port : await findFreePort();
    if (port !== credentials.port) saveCredentials(dataFolder, { ...credentials, port });
    const outcome = await launchPostgres({
      dataFolder,
      cluster,
      program: programs.postgres,
      port,
      settings,
      account,
    });
    if ("identity" in outcome) return running(outcome.identity, { ...credentials, port }, false);
    if (attempt === ATTEMPTS || !PASSING.test(outcome.log)) throw startFailure(outcome.log, dataFolder);
    await sleep(300);
  }
}

/**
 * The running PostgreSQL of a data folder, for a command that neither starts nor stops it; undefined when none answers.
 * @param {string} dataFolder
 * @returns {Promise<Postgres | undefined>}
 */
export async function joinPostgres(dataFolder) {
  const credentials = readCredentials(dataFolder);
  return credentials && answering(clusterOf(dataFolder), credentials);
}

/**
 * One that is still coming up or going down gets a few seconds; one that does not know us is stopped.
 * @param {string} cluster
 * @param {import("./postgres-credentials.mjs").Credentials} credentials
 */
async function adopt(cluster, credentials) {
  const postmaster = findPostmaster(cluster);
  if (!postmaster) return undefined;
  const until = Date.now() + ADOPTION_PATIENCE;
  while (Date.now() < until && isAlive(postmaster.identity)) {
    const found = await answering(cluster, credentials);
    if (found) return found;
    await sleep(200);
  }
  await stopPostmaster(postmaster.identity, ADOPTION_PATIENCE);
  return undefined;
}

/**
 * @param {string} cluster
 * @param {import("./postgres-credentials.mjs").Credentials} credentials
 */
async function answering(cluster, credentials) {
  const postmaster = findPostmaster(cluster);
  if (!postmaster?.ready) return undefined;
  const current = { ...credentials, port: postmaster.port };
  return (await answers(address(current, "postgres"), cluster)) ? running(postmaster.identity, current, true) : undefined;
}

/**
 * @param {import("./processes.mjs").Identity} identity
 * @param {import("./postgres-credentials.mjs").Credentials} credentials
 * @param {boolean} adopted
 * @returns {Postgres}
 */
function running(identity, credentials, adopted) {
  return {
    pid: identity.pid,
    port: credentials.port,
    adopted,
    url: (database) => address(credentials, database),
    isRunning: () => isAlive(identity),
    stop: (patience = 5000) => stopPostmaster(identity, patience),
  };
}

/** @param {string} dataFolder */
function clusterOf(dataFolder) {
  return path.join(dataFolder, "pg");
}
