import type { APIRoute } from 'astro'
import { type FeedProps, feedPaths, feedResponse } from '../../../../content-reader/feeds.ts'

export const getStaticPaths = () => feedPaths('atom')
export const GET: APIRoute<FeedProps> = ({ props }) => feedResponse(props, 'atom')
