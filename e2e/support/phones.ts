import { type APIRequestContext, expect } from "@playwright/test";
import { desk } from "./desk";
import type { Chat } from "./people";

/** A resident whose phone nobody looks at: what is written and what came is told by the sandbox. */
export class Phone {
  readonly openid: string;
  private readonly request: APIRequestContext;

  private constructor(openid: string, request: APIRequestContext) {
    this.openid = openid;
    this.request = request;
  }

  static async of(request: APIRequestContext, text: string): Promise<Phone> {
    const created = await request.post(`${desk.phonesUrl}/sandbox/residents`, { data: { name: "来信人" } });
    const { openid } = await created.json();
    const phone = new Phone(openid, request);
    await phone.writes(text);
    return phone;
  }

  async writes(text: string): Promise<void> {
    const written = await this.request.post(`${desk.phonesUrl}/sandbox/residents/${this.openid}/messages`, { data: { text } });
    expect(["accepted", "replied"]).toContain((await written.json()).outcome);
  }

  /** What an officer's hand has sent to this phone, in its order. */
  async answers(): Promise<string[]> {
    const response = await this.request.get(`${desk.phonesUrl}/sandbox/residents/${this.openid}/chat`);
    const chat = (await response.json()) as Chat;
    return chat.filter(({ from, via }) => from === "account" && via === "customer").map(({ text }) => text);
  }
}
