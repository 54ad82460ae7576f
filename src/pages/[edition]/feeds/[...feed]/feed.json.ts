import type { APIRoute } from 'astro'
import { type FeedProps, feedPaths, feedResponse } from '../../../../content-reader/feeds.ts'

export const getStaticPaths = () => feedPaths('json')
export const GET: APIRoute<FeedProps> = ({ props }) => feedResponse(props, 'json')
