import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server of this run alone; the user owns its databases and is no superuser. */
    postgresUrl: string
    /** A folder of this run alone, for what several suites share. */
    runFolder: string
  }
}

/** Once per run: one PostgreSQL server and one folder for all suites, both gone at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runFolder = await mkdtemp(join(tmpdir(), 'kantelpunt-test-'))
  const server = await startPostgres({ durable: false })
  project.provide('postgresUrl', server.url)
  project.provide('runFolder', runFolder)
  return async () => {
    await server.stop()
    await rm(runFolder, { recursive: true, force: true })
  }
}
