// Before the site tests: the service, once for all of them. They reach it by `inject('origin')` or the
// `origin` of test/support/site.ts.
import type { TestProject } from 'vitest/node'
import { startService } from '../support/service.ts'

declare module 'vitest' {
  interface ProvidedContext {
    origin: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { origin, harness } = await startService()
  project.provide('origin', origin)
  return () => harness.close()
}
