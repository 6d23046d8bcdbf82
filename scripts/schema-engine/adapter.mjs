import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { createShadowDatabase, databaseName } from "./databases.mjs";

// The adapter cannot read the catalogue's own types "char" and name: they are presented as text and text[].
const presentedAs = new Map([
  [18, 25],
  [19, 25],
  [1002, 1009],
  [1003, 1009],
]);
const CHAR = 18;

/** Prisma's PostgreSQL adapter, taught what the schema engine needs beyond an application's queries. */
export class MigrationAdapter extends PrismaPg {
  /** @param {string} url */
  constructor(url) {
    const schema = new URL(url).searchParams.get("schema");
    super(settings(url), schema ? { schema } : {});
    this.url = url;
  }

  /** @override */
  async connect() {
    return readCatalogue(await super.connect());
  }

  /** @override */
  async connectToShadowDb() {
    const shadow = await createShadowDatabase(this.url);
    const adapter = readCatalogue(
      await new PrismaPg({
        ...settings(this.url),
        database: shadow.name,
      }).connect(),
    );
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await shadow.drop();
    };
    return adapter;
  }
}

/**
 * The parts of the driver and the adapter that are corrected here; their types do not show them.
 * @typedef {{ dataTypeID: number, rawTypeId?: number }} Field
 * @typedef {{ addFields: (fields: Field[]) => void }} DriverResult
 * @typedef {{ rawTypeIds: (number | undefined)[], client: { query: (script: string) => Promise<unknown> },
 *   onError: (error: unknown) => never, performIO: (query: unknown) => Promise<{ fields?: Field[] }>,
 *   queryRaw: (query: unknown) => Promise<{ columnTypes: number[] }>, executeScript: (script: string) => Promise<void> }} Queryable
 */

const driverResult = /** @type {DriverResult} */ (/** @type {unknown} */ (pg.Result.prototype));
const { addFields } = driverResult;
driverResult.addFields = function (fields) {
  for (const field of fields) {
    field.rawTypeId = field.dataTypeID;
    field.dataTypeID = presentedAs.get(field.dataTypeID) ?? field.dataTypeID;
  }
  return addFields.call(this, fields);
};

const patched = new WeakSet();

/**
 * Two corrections on the adapter's prototypes: a "char" column reaches the engine as a character, and a migration is sent
 * as one script (the adapter splits it at every semicolon, function bodies included).
 * @template {object} Adapter
 * @param {Adapter} adapter
 * @returns {Adapter}
 */
function readCatalogue(adapter) {
  /** @type {Queryable} */
  const own = Object.getPrototypeOf(adapter);
  /** @type {Queryable} */
  const queryable = Object.getPrototypeOf(own);
  if (patched.has(queryable)) return adapter;
  patched.add(queryable);

  const { queryRaw, performIO } = queryable;
  queryable.performIO = async function (query) {
    const result = await performIO.call(this, query);
    this.rawTypeIds = result.fields?.map((field) => field.rawTypeId) ?? [];
    return result;
  };
  queryable.queryRaw = async function (query) {
    const result = await queryRaw.call(this, query);
    result.columnTypes = result.columnTypes.map((type, at) => (this.rawTypeIds[at] === CHAR ? ColumnTypeEnum.Character : type));
    return result;
  };
  own.executeScript = async function (script) {
    try {
      await this.client.query(script);
    } catch (error) {
      this.onError(error);
    }
  };
  return adapter;
}

/**
 * Separate fields, because `pg` lets the database of a connection string win over `database`.
 * @param {string} url
 */
function settings(url) {
  const address = new URL(url);
  return {
    host: decodeURIComponent(address.hostname),
    port: Number(address.port || 5432),
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database: databaseName(url),
    ssl: /sslmode=(require|verify)/.test(address.search) ? { rejectUnauthorized: false } : undefined,
    max: 1,
  };
}
