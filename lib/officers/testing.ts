import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { Secret, TOTP } from "otpauth";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { addTotp } from "./add-totp";
import { createOfficer } from "./create-officer";
import { COST, type SharedHashing } from "./passwords";
import { officerOfSession, type SignedInOfficer } from "./queries";
import type { Role } from "./rules";
import type { MadePasskey, SignedPasskey } from "./schema";
import { signIn } from "./sign-in";
import { offerTotp } from "./totp";

/** For the rest of a test file, passwords take as long as they do at a desk. */
export function hashAsAtADesk(): void {
  const shared: SharedHashing = globalThis;
  if (shared.jidaHashing) shared.jidaHashing.cost = COST;
}

/** Somebody new who has chosen the password and signed in; without a second factor. */
export async function arrives(login: string, role: Role = "officer") {
  const { id, password } = await createOfficer({ login, name: login, role });
  await db.officer.update({ where: { id }, data: { passwordExpiredAt: null } });
  const { secret } = await signIn({ login, password });
  return { id, login, password, secret, officer: (await officerOfSession(secret)) as SignedInOfficer };
}

/** The code that an authenticator app shows for a secret. */
export function codeOf(secret: string, at: Date): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: at.getTime() });
}

/** An officer's new authenticator app, added half a minute ago so that the code of now is fresh; what it shows, and the recovery codes. */
export async function withApp(officer: SignedInOfficer, at = now()) {
  const { secret, sealed } = offerTotp(officer, at);
  const before = after(at, -30 * SECOND);
  const { recoveryCodes } = await addTotp({ sealed, code: codeOf(secret, before), name: "手机" }, officer, at);
  return { recoveryCodes, shows: (instant = at) => codeOf(secret, instant) };
}

/** A passkey of P-256 as a device makes it, which its holder unlocks unless told otherwise. */
export function devicePasskey() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  const { origin, hostname } = new URL(env.JIDA_BASE_URL);
  let counter = 0;

  function signed(flags: number, more: Buffer) {
    counter += 1;
    const place = Buffer.alloc(5);
    place.writeUInt8(flags, 0);
    place.writeUInt32BE(counter, 1);
    return Buffer.concat([createHash("sha256").update(hostname).digest(), place, more]);
  }
  const said = (type: string, challenge: string, at = origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }));
  const shape = { id: id.toString("base64url"), rawId: id.toString("base64url"), type: "public-key", clientExtensionResults: {} } as const;

  return {
    /** What its browser answers to `askNewPasskey`. */
    made({ challenge }: { challenge: string }): MadePasskey {
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      const [right, up] = [x, y].map((part) => new Uint8Array(Buffer.from(part, "base64url"))) as [Uint8Array, Uint8Array];
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, right],
        [-3, up],
      ]);
      const length = Buffer.from([0, id.length]);
      const authData = signed(0x45, Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose as never)]));
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authData)],
      ]);
      const clientDataJSON = said("webauthn.create", challenge).toString("base64url");
      const attestationObject = Buffer.from(isoCBOR.encode(attestation as never)).toString("base64url");
      return { ...shape, response: { clientDataJSON, attestationObject } };
    },
    /** What its browser answers to `askPasskey`: at this desk, unlocked, unless told otherwise. */
    signs({ challenge }: { challenge: string }, wrong: { origin?: string; locked?: boolean } = {}): SignedPasskey {
      const client = said("webauthn.get", challenge, wrong.origin);
      const authenticatorData = signed(wrong.locked ? 0x01 : 0x05, Buffer.alloc(0));
      const words = Buffer.concat([authenticatorData, createHash("sha256").update(client).digest()]);
      const signature = sign("sha256", words, privateKey).toString("base64url");
      const encoded = { clientDataJSON: client.toString("base64url"), authenticatorData: authenticatorData.toString("base64url") };
      return { ...shape, response: { ...encoded, signature } };
    },
    /** A copy of it that has signed less often. */
    rewind() {
      counter = 0;
    },
  };
}
