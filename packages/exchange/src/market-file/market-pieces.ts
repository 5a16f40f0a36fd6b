import type { TeacherMarket } from '../market/market.ts'

/** Ids by vertex, arcs as `exchange solve` reads them, and all that they follow from, so that it can be explained. */
export function* marketPieces({ graph, system, rules, teachers, schools }: TeacherMarket): Generator<string> {
  yield `{"n":${graph.n},\n"arcs":[\n`
  for (const [k, from] of graph.from.entries())
    yield `[${from},${graph.to[k]},${graph.weight[k]}]${k + 1 < graph.from.length ? ',\n' : '\n'}`
  yield `],\n"ids":${JSON.stringify(teachers.map(({ id }) => id))},\n"market":{"system":"${system}","rules":${JSON.stringify(rules)},\n`
  yield* list('teachers', teachers)
  yield ',\n'
  yield* list('schools', schools)
  yield '}}\n'
}

function* list(name: string, records: readonly object[]): Generator<string> {
  yield `"${name}":[\n`
  for (const [k, record] of records.entries()) yield `${JSON.stringify(record)}${k + 1 < records.length ? ',\n' : '\n'}`
  yield ']'
}
