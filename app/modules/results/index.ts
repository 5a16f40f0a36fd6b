import { defineModule } from '../../platform/web/module.ts'
import { apiRoutes } from './api/api-routes.ts'
import { resultsDemo } from './demo.ts'
import { growthRoute } from './growth/growth-page.tsx'
import { summaryRoutes } from './growth/summary-routes.tsx'
import { askRoutes } from './help/ask-page.tsx'
import { requestRoutes } from './help/request-page.tsx'
import { willingRoute } from './help/willing-section.tsx'
import { resultsMigrations } from './migrations/index.ts'
import { frontRoute } from './pages/front-page.tsx'
import { rulesRoutes } from './pages/rules-page.tsx'
import { schoolPageRoute } from './pages/school-page.tsx'
import { trackRoutes } from './pages/track-page.tsx'
import { tracksRoutes } from './pages/tracks-page.tsx'
import { uploadRoutes } from './pages/upload-routes.tsx'
import { loadUploadJob } from './published/upload-job.ts'
import { tracksText } from './tracks/text.ts'
import { trackReferences, tracksPath } from './tracks/track-reference.ts'

export const results = defineModule({
  name: 'results',
  migrations: resultsMigrations,
  routes: [
    frontRoute,
    schoolPageRoute,
    growthRoute,
    ...summaryRoutes,
    ...rulesRoutes,
    ...uploadRoutes,
    ...tracksRoutes,
    ...trackRoutes,
    willingRoute,
    ...askRoutes,
    ...requestRoutes,
    ...apiRoutes,
  ],
  topics: [],
  jobs: [loadUploadJob],
  references: [trackReferences],
  navigation: [
    {
      label: (locale) => tracksText(locale).nav,
      href: ({ slug }) => tracksPath(slug),
      visible: ({ roles, organisation }) =>
        roles.length > 0 && (organisation?.kind === 'school' || organisation?.kind === 'board'),
    },
  ],
  demo: resultsDemo,
})
