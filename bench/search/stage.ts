/** What one engine took at one size; times are CPU seconds of its own process. */
export interface StageResult {
  cpuSeconds: number
  peakMb: number
  indexMb: number
  files?: number
  queryMsP50: number
  queryMsP95: number
  /** Kilobytes that a first query in a cold browser transfers, the search script included. */
  coldKbP50?: number
  coldKbP95?: number
  /** Kilobytes that a further query transfers. */
  furtherKbP50?: number
  furtherKbP95?: number
  /** Memory of a tab after all queries, typed arrays included (`measureUserAgentSpecificMemory`). */
  tabMb?: number
  /** Why a stage has no result. */
  note?: string
}

/** CPU seconds since `before`, and the largest memory of the process so far. */
export function usage(before: NodeJS.CpuUsage): { cpuSeconds: number; peakMb: number } {
  const { user, system } = process.cpuUsage(before)
  return { cpuSeconds: (user + system) / 1e6, peakMb: process.resourceUsage().maxRSS / 1024 }
}

export function quantile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
