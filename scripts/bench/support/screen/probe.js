// Stands in every page before its own scripts and keeps what the measurement asks for: paints, interactions, moves from thread to thread.
(() => {
  const probe = { lcpMs: 0, interactions: {}, moves: [] };
  window.jidaProbe = probe;

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) probe.lcpMs = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });

  // As web-vitals counts: an interaction lasts as long as the longest of its events.
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name } of list.getEntries()) {
      if (interactionId && duration > (probe.interactions[interactionId]?.duration ?? 0))
        probe.interactions[interactionId] = { duration, name };
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true });

  const FRAMES = 300;
  addEventListener(
    "keydown",
    (event) => {
      if (event.target.matches("input, textarea, select, [contenteditable]") || !["j", "k"].includes(event.key)) return;
      // The pane is mounted anew for each thread.
      const before = document.getElementById("thread");
      const began = event.timeStamp;
      let frames = 0;
      const look = () => {
        const now = document.getElementById("thread");
        frames += 1;
        if (now && now !== before) afterPaint(() => probe.moves.push(performance.now() - began));
        else if (frames < FRAMES) requestAnimationFrame(look);
        else probe.moves.push(null);
      };
      requestAnimationFrame(look);
    },
    true,
  );

  function afterPaint(then) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  }
})();
