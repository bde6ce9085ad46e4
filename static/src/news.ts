/**
 * Calls come when the server has come to know more than it did when the page began to listen. A stream that breaks is
 * taken up again by the browser; where there can be none, nobody is told, and nothing else is missed.
 */
export function onNews(stream: EventSource, come: () => void): void {
  let known: string | null = null;
  stream.addEventListener('version', (event: MessageEvent<string>) => {
    const { version } = JSON.parse(event.data) as { version: string };
    if (known !== null && version !== known) come();
    known = version;
  });
}
