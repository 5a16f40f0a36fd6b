import type { Role } from '../../platform/identity/roles.ts'
import { defineModule } from '../../platform/web/module.ts'
import { boardTopic } from './board-topic.tsx'
import { closeForgottenJob } from './close-forgotten.ts'
import { boardDemo } from './demo/board-demo.ts'
import { lookBackDemo } from './demo/look-back-demo.ts'
import { neighbourDemo } from './demo/neighbour-demo.ts'
import { yearDemo } from './demo/year-demo.ts'
import { goalPointers } from './goal-pointers.ts'
import { impactDemo } from './impact/demo.ts'
import { impactPath } from './impact/impact-path.ts'
import { impactRoutes } from './impact/routes.ts'
import { impactText } from './impact/text.ts'
import { lessonsDemo } from './lessons/demo.ts'
import { lessonTopic } from './lessons/lesson-topic.tsx'
import { lessonsRoutes } from './lessons/routes.ts'
import { closeSpellsJob } from './lessons/spells.ts'
import { lessonsText } from './lessons/text.ts'
import { libraryDemo } from './library/demo.ts'
import { libraryRoutes } from './library/routes.ts'
import { libraryText } from './library/text.ts'
import { improvementMigrations } from './migrations/index.ts'
import { countSchoolsJob } from './movement/count-schools.ts'
import { movementDemo } from './movement/demo.ts'
import { movementRoutes } from './movement/routes.ts'
import { movementText } from './movement/text.ts'
import { boardRoutes } from './pages/board/board-routes.ts'
import { reviewRoutes } from './pages/review/review-routes.ts'
import { schoolRoute } from './pages/school/school-page.tsx'
import { sessionRoutes } from './pages/session/session-routes.ts'
import { yearRoutes } from './pages/year/year-routes.ts'
import { schoolText } from './text.school.ts'
import { yearText } from './text.year.ts'
import { countBehaviourJob } from './visits/count-behaviour.ts'
import { visitsDemo } from './visits/demo.ts'
import { forgetSeenJob } from './visits/forget-seen.ts'
import { visitsRoutes } from './visits/routes.ts'
import { visitsText } from './visits/text.ts'
import { closeVoiceRoundsJob } from './voice/close-round.ts'
import { voiceDemo } from './voice/demo.ts'
import { roundTopic } from './voice/round-topic.tsx'
import { voiceRoutes } from './voice/routes.ts'
import { voiceText } from './voice/text.ts'
import { wipeClassBoardsJob } from './wipe-class-boards.ts'
import { yearTopic } from './year-topic.tsx'

/** Who gives lessons, and who helps with them. */
function hasLessons(roles: readonly Role[]): boolean {
  return roles.some((role) => role === 'teacher' || role === 'coach' || role === 'leader')
}

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
  topics: [boardTopic, yearTopic, lessonTopic, roundTopic],
  pointers: [goalPointers],
  jobs: [
    closeForgottenJob,
    wipeClassBoardsJob,
    forgetSeenJob,
    countBehaviourJob,
    closeSpellsJob,
    closeVoiceRoundsJob,
    countSchoolsJob,
  ],
  navigation: [
    {
      label: (locale) => schoolText(locale).nav,
      href: ({ slug }) => `/s/${slug}`,
      visible: ({ roles, organisation }) => roles.length > 0 && organisation?.kind !== 'partner',
    },
    {
      label: (locale) => yearText(locale).navigation,
      href: ({ slug }) => `/s/${slug}/year`,
      visible: ({ roles, organisation }) => roles.length > 0 && organisation?.kind === 'school',
    },
    {
      label: (locale) => lessonsText(locale).nav,
      href: ({ slug }) => `/s/${slug}/lessons`,
      also: ({ slug }) => [`/s/${slug}/library`],
      visible: ({ roles, organisation }) => organisation?.kind === 'school' && hasLessons(roles),
    },
    // At a school it stands behind the lessons, for whom sees these.
    {
      label: (locale) => libraryText(locale).nav,
      href: ({ slug }) => `/s/${slug}/library`,
      visible: ({ roles, organisation }) =>
        roles.length > 0 && (organisation?.kind === 'board' || (organisation?.kind === 'school' && !hasLessons(roles))),
    },
    {
      label: (locale) => visitsText(locale).navigation,
      href: ({ slug }) => `/s/${slug}/visits`,
      visible: ({ roles, organisation }) => organisation?.kind === 'school' && hasLessons(roles),
    },
    {
      label: (locale) => voiceText(locale).nav,
      href: ({ slug }) => `/s/${slug}/pupils`,
      visible: ({ roles, organisation }) => roles.length > 0 && organisation?.kind === 'school',
    },
    {
      label: (locale) => impactText(locale).nav,
      href: ({ slug }) => impactPath(slug),
      // A governing body has the movement in its bar: there this is not where you are.
      also: ({ slug, kind }) => (kind === 'school' ? [`/s/${slug}/movement`] : []),
      visible: ({ roles, organisation }) =>
        roles.length > 0 && (organisation?.kind === 'school' || organisation?.kind === 'board'),
    },
    // A school's leader comes to it from the five layers.
    {
      label: (locale) => movementText(locale).nav,
      href: ({ slug }) => `/s/${slug}/movement`,
      visible: ({ roles, organisation }) =>
        roles.length > 0 && (organisation?.kind === 'partner' || organisation?.kind === 'board'),
    },
  ],
  demo: async (services) => {
    await yearDemo(services)
    await boardDemo(services)
    await neighbourDemo(services)
    await lookBackDemo(services)
    await impactDemo(services)
    await lessonsDemo(services)
    await libraryDemo(services)
    await visitsDemo(services)
    await voiceDemo(services)
    await movementDemo(services)
  },
})
