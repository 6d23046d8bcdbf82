const COUNTERS = {
  jida_intake_messages_total: "Messages and events that WeChat pushed and we stored, or had stored before.",
  jida_intake_refused_total: "Pushes refused at WeChat's door, by reason.",
  jida_api_calls_total: "Calls of the JSON API, by status.",
} as const;
export type CounterName = keyof typeof COUNTERS;
export type Labels = Record<string, string>;
export type Gauge = { name: string; help: string; samples: { labels: Labels; value: number }[] };

const shared = globalThis as typeof globalThis & { jidaCounters?: Map<CounterName, Map<string, number>> };

/** Adds one to a counter of this process. Labels must come from small closed sets: every combination stays in memory. */
export function count(name: CounterName, labels: Labels = {}): void {
  const series = counters().get(name) ?? new Map<string, number>();
  const key = labelText(labels);
  series.set(key, (series.get(key) ?? 0) + 1);
  counters().set(name, series);
}

/** This process's counters and the gauges given, in Prometheus' text format 0.0.4. */
export function metricsText(gauges: readonly Gauge[]): string {
  const counted = Object.entries(COUNTERS).map(([name, help]) => {
    const series = counters().get(name as CounterName) ?? [];
    return family(
      name,
      help,
      "counter",
      [...series].map(([key, value]) => `${name}${key} ${value}`),
    );
  });
  const measured = gauges.map(({ name, help, samples }) => {
    const lines = samples.map(({ labels, value }) => `${name}${labelText(labels)} ${value}`);
    return family(name, help, "gauge", lines);
  });
  return [...counted, ...measured].join("");
}

function family(name: string, help: string, type: "counter" | "gauge", lines: string[]) {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines, ""].join("\n");
}

function labelText(labels: Labels) {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

// Next compiles each door on its own; they share what hangs on the global object.
function counters() {
  shared.jidaCounters ??= new Map();
  return shared.jidaCounters;
}
