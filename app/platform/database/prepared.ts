import type { Compilable, CompiledQuery } from 'kysely'
import type { Statement, StatementBuilder } from './database.ts'

/** Stands in a statement for a value that is not known yet. */
class Placeholder {
  readonly name: PropertyKey
  constructor(name: PropertyKey) {
    this.name = name
  }
}

/**
 * A statement whose SQL is made once and asked many times with other values: for what every page asks, where building
 * the SQL anew costs as much as rendering. `build` may only pass the values on as parameters of the statement: it gets
 * stand-ins for them, once, and can't look at them.
 */
export function prepared<Values extends object, T>(
  build: (db: StatementBuilder, values: Values) => Compilable<T>,
): (values: Values) => Statement<T> {
  let made: CompiledQuery<T> | undefined
  // Whatever is read from it is a stand-in, which Kysely puts among the parameters as it is.
  const standIns = new Proxy({}, { get: (_, name) => new Placeholder(name) }) as Values
  return (values) => (db) => ({
    compile: () => {
      made ??= build(db, standIns).compile()
      const parameters = made.parameters.map((parameter) =>
        parameter instanceof Placeholder ? Reflect.get(values, parameter.name) : parameter,
      )
      return { ...made, parameters }
    },
  })
}
