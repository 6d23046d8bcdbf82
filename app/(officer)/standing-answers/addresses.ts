const LIST = "/standing-answers";

/** The list, with the one in focus that an officer comes back from. */
export function listAddress(account: string, returning: string): string {
  return `${LIST}?${new URLSearchParams({ account, at: returning })}`;
}

export function answerAddress(account: string, id: string): string {
  return `${LIST}/${id}?${new URLSearchParams({ account })}`;
}

export function newAddress(account: string): string {
  return `${LIST}/new?${new URLSearchParams({ account })}`;
}
