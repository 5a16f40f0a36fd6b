import type { Hono } from 'hono'
import { improvement } from './modules/improvement/index.ts'
import { identityRoutes } from './platform/identity/identity-routes.ts'
import type { WebEnv } from './platform/web/context.ts'
import { createWeb } from './platform/web/create-web.ts'
import type { Module } from './platform/web/module.ts'
import type { Route } from './platform/web/route.ts'
import type { Services } from './platform/web/services.ts'

/** The modules, in the order of the navigation. */
export const modules: readonly Module[] = [improvement]

/** Every route of the house, for mounting and for the generated test of roles, routes and tenants. */
export const routes: readonly Route[] = [...identityRoutes, ...modules.flatMap((module) => module.routes)]

export const topics = modules.flatMap((module) => module.topics)

export interface AppParts {
  readonly services: Services
  readonly assetFolder: string
  readonly failed: (error: unknown, requestId: string) => void
}

export function createApp({ services, assetFolder, failed }: AppParts): Hono<WebEnv> {
  return createWeb({ services, routes, topics, assetFolder, failed })
}
