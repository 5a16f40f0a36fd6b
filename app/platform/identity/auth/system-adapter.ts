import type { BetterAuthOptions } from 'better-auth'
import { getAdapter } from 'better-auth/db/adapter'
import type { DBAdapter } from 'better-auth/types'
import type { Database } from '../../database/database.ts'
import { system, type Trx } from '../../database/scope.ts'

type Adapter = DBAdapter<BetterAuthOptions>

/**
 * Lets better-auth read and write our tables. Row-level security is forced on them, so each of its operations runs in a
 * transaction of the house under the system role: the role ends with the transaction and can't be left set, also on
 * PGlite, which has one connection for everybody. Never call better-auth from inside another transaction: on PGlite that
 * would wait for itself.
 */
export function systemAdapter(db: Database): (options: BetterAuthOptions) => Adapter {
  return (options) => {
    const onto = (trx: Trx): Promise<Adapter> => getAdapter({ ...options, database: { db: trx, type: 'postgres' } })
    const once = <R>(work: (adapter: Adapter) => Promise<R>): Promise<R> =>
      db.run(system, async (trx) => work(await onto(trx)))
    return {
      id: 'kantelpunt',
      create: (data) => once((adapter) => adapter.create(data)),
      findOne: (data) => once((adapter) => adapter.findOne(data)),
      findMany: (data) => once((adapter) => adapter.findMany(data)),
      count: (data) => once((adapter) => adapter.count(data)),
      update: (data) => once((adapter) => adapter.update(data)),
      updateMany: (data) => once((adapter) => adapter.updateMany(data)),
      delete: (data) => once((adapter) => adapter.delete(data)),
      deleteMany: (data) => once((adapter) => adapter.deleteMany(data)),
      consumeOne: (data) => once((adapter) => adapter.consumeOne(data)),
      incrementOne: (data) => once((adapter) => adapter.incrementOne(data)),
      transaction: (work) => once(work),
    }
  }
}
