let isLeaving = false;

/** While the officer signs out, the end of the session is no news. */
export function leaving(is: boolean): void {
  isLeaving = is;
}

/** The session is over: to the page where one signs in, which says so, and from there back to where one was. */
export function signInAgain(): void {
  if (isLeaving) return;
  const here = encodeURIComponent(window.location.pathname + window.location.search);
  window.location.assign(`/sign-in?ended=1&next=${here}`);
}
