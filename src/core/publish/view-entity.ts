import type { Entity } from '../model/entity.ts'
import type { Finding } from '../model/finding.ts'
import type { Corpus } from './view-corpus.ts'

const about = new WeakMap<Corpus, Map<string, Finding[]>>()

/** Findings about an entity, or about the models that it makes or that belong to its family; newest first. */
export function findingsAbout(entity: Entity, corpus: Corpus): Finding[] {
  const known = about.get(corpus) ?? new Map<string, Finding[]>()
  about.set(corpus, known)
  const found = known.get(entity.id) ?? findAbout(entity, corpus)
  known.set(entity.id, found)
  return found
}

function findAbout(entity: Entity, corpus: Corpus): Finding[] {
  const ids = [
    entity.id,
    ...corpus.registry.entities.filter((other) => belongsTo(other, entity)).map(({ id }) => id),
  ]
  const found = new Set(ids.flatMap((id) => corpus.findingsOfEntity.get(id) ?? []))
  return ids.length === 1 ? [...found] : corpus.findings.filter((finding) => found.has(finding))
}

const belongsTo = (other: Entity, entity: Entity) => other.maker === entity.id || other.family === entity.id

/** Entities that records speak about, the most figures first; `count` is of findings, then articles. */
export function activeEntities(corpus: Corpus): { entity: Entity; findings: number; articles: number }[] {
  return corpus.registry.entities
    .map((entity) => ({
      entity,
      findings: corpus.findingsOfEntity.get(entity.id)?.length ?? 0,
      articles: corpus.articlesOfEntity.get(entity.id)?.length ?? 0,
    }))
    .filter(({ findings, articles }) => findings + articles > 0)
    .sort(
      (a, b) => b.findings - a.findings || b.articles - a.articles || (a.entity.id < b.entity.id ? -1 : 1),
    )
}

/** Entities that have pages: those that records name, and their makers and families. */
export function entitiesWithPages(corpus: Corpus): Set<string> {
  const ids = new Set(activeEntities(corpus).map(({ entity }) => entity.id))
  for (const id of [...ids]) {
    const { maker, family } = corpus.entity.get(id)!
    for (const other of [maker, family]) if (other && corpus.entity.has(other)) ids.add(other)
  }
  return ids
}

/** Groups of findings that can stand in one chart: same metric, same unit, at least two; the largest group first. */
export function chartGroups(findings: Finding[]): { metricId: string; findings: Finding[] }[] {
  const groups = Map.groupBy(
    findings.filter((finding) => finding.metricId && !finding.supersededBy),
    ({ metricId, unit, unitDetail }) => `${metricId} ${unit} ${unitDetail ?? ''}`,
  )
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((group) => ({
      metricId: group[0]!.metricId!,
      findings: group.slice(0, MOST_BARS).sort((a, b) => b.value - a.value),
    }))
}

/** Bars in one chart that a reader can still compare. */
const MOST_BARS = 12
