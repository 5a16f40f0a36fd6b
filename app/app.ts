import type { Hono } from 'hono'
import { improvement } from './modules/improvement/index.ts'
import { results } from './modules/results/index.ts'
import { homeRoute } from './platform/home/home-page.tsx'
import { identityRoutes } from './platform/identity/identity-routes.ts'
import { mailboxRoutes } from './platform/mail/mailbox-routes.tsx'
import { registerRoutes } from './platform/organisations/register/register-routes.ts'
import { uiRoutes } from './platform/ui/routes.ts'
import type { WebEnv } from './platform/web/context.ts'
import { createWeb, type WebParts } from './platform/web/create-web.ts'
import type { Module } from './platform/web/module.ts'
import { referenceRoute } from './platform/web/reference-route.ts'
import type { Route } from './platform/web/route.ts'

/** The modules, in the order of the navigation. */
export const modules: readonly Module[] = [improvement, results]

/** Every route of the house, for mounting and for the generated test of roles, routes and tenants. */
export const routes: readonly Route[] = [
  homeRoute,
  ...identityRoutes,
  ...mailboxRoutes,
  ...registerRoutes,
  ...uiRoutes,
  referenceRoute,
  ...modules.flatMap((module) => module.routes),
]

export const topics = modules.flatMap((module) => module.topics)

export type AppParts = Omit<WebParts, 'routes' | 'topics'>

export function createApp(parts: AppParts): Hono<WebEnv> {
  return createWeb({ ...parts, routes, topics })
}
