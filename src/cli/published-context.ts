import { hideTakenDown } from '../store/published.ts'
import { type Context, type DataOptions, openContext } from './context.ts'

/** The context of commands whose output others see: its store is without what was asked to be removed. */
export function openPublishedContext(options: DataOptions = {}): Context {
  const context = openContext(options)
  return Object.defineProperty(context, 'store', {
    value: hideTakenDown(context.store, context.contentDir),
  })
}
