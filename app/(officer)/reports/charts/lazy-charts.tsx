"use client";

import dynamic from "next/dynamic";

// Drawn in the browser alone, where the width is known; the numbers stand in the tables from the first moment.
export const LazyResponseChart = dynamic(() => import("./response-chart").then(({ ResponseChart }) => ResponseChart), {
  ssr: false,
  loading: () => <div className="h-[236px] rounded-lg bg-line-2" />,
});
export const LazyBacklogChart = dynamic(() => import("./backlog-chart").then(({ BacklogChart }) => BacklogChart), {
  ssr: false,
  loading: () => <div className="h-40 rounded-lg bg-line-2" />,
});
