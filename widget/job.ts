/** The entry `lssc-badge/job`: which areas does an ad name? For a job board that fills `job-areas` itself. */
export { type Area, areas, isSet, type SetId } from '../shared/areas.ts'
export { relatedAreas } from '../shared/job.ts'
export { type RelatedArea, readJobAreas, writeJobAreas } from '../shared/job-areas.ts'
