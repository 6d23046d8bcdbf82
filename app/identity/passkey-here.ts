import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import type { MadePasskey, SignedPasskey } from "@/lib/officers/schema";
import type { ActionResult } from "@/lib/web/officer-action";

/** Has a passkey of this browser's sign what the desk asks; null when there is none, it was not unlocked, or the desk did not answer. */
export async function signWithPasskey(
  ask: () => Promise<ActionResult<PublicKeyCredentialRequestOptionsJSON>>,
): Promise<SignedPasskey | null> {
  const asked = await ask().catch(() => null);
  if (!asked?.ok || !browserSupportsWebAuthn()) return null;
  // Whatever goes wrong in the browser's own window, it has said so there.
  const signed = await startAuthentication({ optionsJSON: asked.value }).catch(() => null);
  if (!signed) return null;
  const { clientDataJSON, authenticatorData, signature } = signed.response;
  return { ...shapeOf(signed), response: { clientDataJSON, authenticatorData, signature } };
}

/** Has this browser make a passkey; null when it can't, or was not let. */
export async function makePasskey(asked: PublicKeyCredentialCreationOptionsJSON): Promise<MadePasskey | null> {
  const made = browserSupportsWebAuthn() ? await startRegistration({ optionsJSON: asked }).catch(() => null) : null;
  if (!made) return null;
  const { clientDataJSON, attestationObject } = made.response;
  return { ...shapeOf(made), response: { clientDataJSON, attestationObject } };
}

function shapeOf({ id, rawId }: { id: string; rawId: string }) {
  return { id, rawId, type: "public-key", clientExtensionResults: {} } as const;
}
