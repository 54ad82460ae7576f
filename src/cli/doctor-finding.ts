/** What a check found, and what to do when something is amiss. */
export interface Finding {
  isOk: boolean
  found: string
  advice?: string
}

export const ok = (found: string): Finding => ({ isOk: true, found })
export const fix = (found: string, advice: string): Finding => ({ isOk: false, found, advice })
