/** One call of the control API. @throws when the sandbox refuses it or does not answer */
export async function call(method, address, body) {
  const response = await fetch(`/sandbox/${address}`, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** What a resident does; the webhook's answer arrives by the stream, not here. */
export function act(openid, what, body) {
  return call("POST", `residents/${openid}/${what}`, { ...body, wait: false });
}

/** Hears of every change; `open` runs at the start and after each break of the stream. */
export function listen(handlers) {
  const stream = new EventSource("/sandbox/stream");
  stream.addEventListener("open", () => handlers.open());
  for (const type of ["line", "chat", "resident", "typing", "menu", "reset"]) {
    stream.addEventListener(type, (event) => handlers[type](JSON.parse(event.data)));
  }
}
