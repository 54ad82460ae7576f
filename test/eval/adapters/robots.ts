import { isAllowedBy, parseRobots } from '../../../scrapers/robots-rules.ts'

export const isAllowed = (robotsTxt: string, userAgent: string, url: string) =>
  isAllowedBy(parseRobots(robotsTxt), userAgent, url)
