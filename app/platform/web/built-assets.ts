import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Assets } from './services.ts'

const manifest = z.record(z.string(), z.string())

/** Addresses of the files that `scripts/build.ts` made, from its list; none where nothing was built. */
export function builtAssets(buildFolder: string): Assets {
  const path = join(buildFolder, 'manifest.json')
  if (!existsSync(path)) return {}
  const files = manifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, `/assets/${file}`]))
}
