"use client";

import { Bar, CartesianGrid, ComposedChart, LabelList, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

export type ResponsePoint = { label: string; opened: number; attained: number | null };
type Words = { opened: string; attained: string };

/** Beyond so many, figures on every bar would run into each other. */
const MOST_LABELLED = 14;
const LOWEST = 90;
/** With so much below it, the target and 100 % stand too close to name both. */
const CROWDED = 70;
/** Bars take so small a part of the height that the figure on the tallest one stays below the lowest point of the line. */
const BARS_BELOW = 2.7;
const INK = { fontSize: 12, fill: "var(--ink-3)" } as const;
/** Figures on the line stay legible where it rises steeply past them. */
const OVER_LINE = { ...INK, stroke: "var(--panel)", strokeWidth: 4, paintOrder: "stroke" } as const;

/** How many came as bars below, how many of them were answered in time as a line above, in percent, and the target across it. */
export function ResponseChart({ points, target, words }: { points: readonly ResponsePoint[]; target: number; words: Words }) {
  const attained = points.flatMap((point) => (point.attained === null ? [] : [point.attained]));
  const lowest = Math.min(LOWEST, Math.floor(Math.min(...attained, 100) / 10) * 10);
  const most = Math.max(1, ...points.map(({ opened }) => opened));
  const labelled = points.length <= MOST_LABELLED;
  return (
    <ResponsiveContainer width="100%" height={236} initialDimension={{ width: 760, height: 236 }}>
      <ComposedChart data={[...points]} margin={{ top: 18, right: 18, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line-2)" yAxisId="percent" />
        <XAxis
          dataKey="label"
          tick={INK}
          tickLine={false}
          axisLine={{ stroke: "var(--line)" }}
          interval="preserveStartEnd"
          minTickGap={12}
        />
        <YAxis
          yAxisId="percent"
          domain={[lowest - (100 - lowest) * 1.1, 100]}
          ticks={lowest < CROWDED ? [lowest, target] : [lowest, target, 100]}
          tickFormatter={(value: number) => `${value}%`}
          tick={INK}
          tickLine={false}
          axisLine={false}
          width={48}
        />
        <YAxis yAxisId="count" orientation="right" domain={[0, most * BARS_BELOW]} hide />
        <Tooltip
          cursor={{ fill: "var(--line-2)", opacity: 0.6 }}
          contentStyle={{
            background: "var(--panel)",
            border: "1px solid var(--line)",
            borderRadius: 8,
            color: "var(--ink)",
            fontSize: 13.5,
          }}
          itemStyle={{ color: "var(--ink)" }}
          formatter={(value, name) => (name === words.attained ? `${Number(value).toFixed(1)}%` : String(value))}
          isAnimationActive={false}
        />
        <Bar
          yAxisId="count"
          dataKey="opened"
          name={words.opened}
          fill="var(--sel-bar)"
          fillOpacity={0.28}
          radius={[4, 4, 0, 0]}
          maxBarSize={40}
          isAnimationActive={false}
        >
          {labelled ? <LabelList dataKey="opened" position="top" style={INK} /> : null}
        </Bar>
        <ReferenceLine yAxisId="percent" y={target} stroke="var(--soon-mark)" strokeDasharray="5 4" />
        <Line
          yAxisId="percent"
          dataKey="attained"
          name={words.attained}
          stroke="var(--info)"
          strokeWidth={2.5}
          dot={
            points.length > 62
              ? false
              : { r: labelled ? 4 : 2.5, fill: "var(--panel)", stroke: "var(--info)", strokeWidth: labelled ? 2.5 : 1.5 }
          }
          isAnimationActive={false}
        >
          {labelled ? (
            <LabelList
              dataKey="attained"
              position="top"
              offset={9}
              style={OVER_LINE}
              formatter={(value) => (typeof value === "number" ? value.toFixed(1) : "")}
            />
          ) : null}
        </Line>
      </ComposedChart>
    </ResponsiveContainer>
  );
}
