import { defineModule } from '../../platform/web/module.ts'
import { boardTopic } from './board-topic.tsx'
import { closeForgottenJob } from './close-forgotten.ts'
import { boardDemo } from './demo/board-demo.ts'
import { lookBackDemo } from './demo/look-back-demo.ts'
import { neighbourDemo } from './demo/neighbour-demo.ts'
import { yearDemo } from './demo/year-demo.ts'
import { impactRoutes } from './impact/routes.ts'
import { lessonsRoutes } from './lessons/routes.ts'
import { libraryRoutes } from './library/routes.ts'
import { improvementMigrations } from './migrations/index.ts'
import { movementRoutes } from './movement/routes.ts'
import { boardRoutes } from './pages/board/board-routes.ts'
import { reviewRoutes } from './pages/review/review-routes.ts'
import { schoolRoute } from './pages/school/school-page.tsx'
import { sessionRoutes } from './pages/session/session-routes.ts'
import { yearRoutes } from './pages/year/year-routes.ts'
import { schoolText } from './text.school.ts'
import { yearText } from './text.year.ts'
import { visitsRoutes } from './visits/routes.ts'
import { closeVoiceRoundsJob } from './voice/close-round.ts'
import { roundTopic } from './voice/round-topic.tsx'
import { voiceRoutes } from './voice/routes.ts'
import { voiceText } from './voice/text.ts'
import { wipeClassBoardsJob } from './wipe-class-boards.ts'
import { yearTopic } from './year-topic.tsx'

export const improvement = defineModule({
  name: 'improvement',
  migrations: improvementMigrations,
  routes: [
    schoolRoute,
    ...boardRoutes,
    ...sessionRoutes,
    ...reviewRoutes,
    ...yearRoutes,
    ...lessonsRoutes,
    ...visitsRoutes,
    ...voiceRoutes,
    ...libraryRoutes,
    ...impactRoutes,
    ...movementRoutes,
  ],
  topics: [boardTopic, yearTopic, roundTopic],
  jobs: [closeForgottenJob, wipeClassBoardsJob, closeVoiceRoundsJob],
  navigation: [
    {
      label: (locale) => schoolText(locale).nav,
      href: ({ slug }) => `/s/${slug}`,
      visible: ({ roles }) => roles.length > 0,
    },
    {
      label: (locale) => yearText(locale).navigation,
      href: ({ slug }) => `/s/${slug}/year`,
      visible: ({ roles, organisation }) => roles.length > 0 && organisation?.kind === 'school',
    },
    {
      label: (locale) => voiceText(locale).nav,
      href: ({ slug }) => `/s/${slug}/pupils`,
      visible: ({ roles, organisation }) => roles.length > 0 && organisation?.kind === 'school',
    },
  ],
  demo: async (services) => {
    await yearDemo(services)
    await boardDemo(services)
    await neighbourDemo(services)
    await lookBackDemo(services)
  },
})
