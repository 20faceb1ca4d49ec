// Short names of the API's shapes; target/api.d.ts is made from openapi.json by the build.
import type { components } from '../../target/api';

type Schemas = components['schemas'];

export type Brand = Schemas['Brand'];
export type BrandTerms = Omit<Brand, 'id'>;
export type Summary = Schemas['Summary'];
export type Share = Schemas['Share'];
export type Timeline = Schemas['Timeline'];
export type TimelinePoint = Timeline['points'][number];
export type Post = Schemas['Post'];
export type BrandPosts = Schemas['BrandPosts'];
export type Explanation = Schemas['Explanation'];
export type Problem = Schemas['Problem'];
export type Media = Schemas['Media'];
export type MediaSearch = Schemas['MediaSearch'];
export type BrandMedia = Schemas['BrandMedia'];
export type FoundMedia = Schemas['FoundMedia'];
export type Influencers = Schemas['Influencers'];
export type Influencer = Schemas['Influencer'];
export type InfluencerComparison = Schemas['InfluencerComparison'];
export type Portfolio = Schemas['Portfolio'];
export type Episode = Schemas['Episodes']['episodes'][number];
export type Episodes = Schemas['Episodes'];
export type Alert = Schemas['Alert'];
export type AlertPage = Schemas['AlertPage'];
export type AlertRule = Schemas['AlertRule'];
export type NewAlertRule = Schemas['NewAlertRule'];
export type Silence = Schemas['Silence'];
export type Webhook = Schemas['Webhook'];
export type Deliveries = Schemas['Deliveries'];
export type Case = Schemas['Case'];
export type CasePage = Schemas['CasePage'];
export type Draft = Schemas['Draft'];
export type Job = Schemas['Job'];
export type Jobs = Schemas['Jobs'];
export type Upload = Schemas['Upload'];
export type Parked = Schemas['Parked'];
export type ParkedItem = Schemas['ParkedItem'];
export type BrandPreview = Schemas['BrandPreview'];
export type PrivacyDuties = Schemas['PrivacyDuties'];
export type ListedKey = Schemas['ListedKey'];
export type IssuedKey = Schemas['IssuedKey'];
export type SavedView = Schemas['SavedView'];
export type CaseSettings = Schemas['CaseSettings'];
export type Topic = Schemas['Topics']['topics'][number];
export type Topics = Schemas['Topics'];
export type Source = Schemas['Source'];
export type NewSource = Schemas['NewSource'];
export type Segment = Schemas['Segment'];
export type SegmentToday = Schemas['SegmentToday'];
export type Timing = Schemas['Timing'];
export type TimingTest = Schemas['TimingTest'];
export type PersonRequest = Schemas['PersonRequest'];
export type Audit = Schemas['Audit'];
export type Export = Schemas['Export'];
export type Usage = Schemas['Usage'];
export type UsageLimits = Schemas['UsageLimits'];

export type SentimentLabel = 'negative' | 'neutral' | 'positive' | 'mixed' | 'abstain';
export const SENTIMENTS: readonly SentimentLabel[] = ['negative', 'mixed', 'neutral', 'positive', 'abstain'];
export const EMOTIONS = ['anger', 'joy', 'optimism', 'sadness'] as const;
export const INTENTS = ['complaint', 'question', 'praise', 'purchase_intent', 'feature_request', 'churn_risk',
  'safety_or_legal', 'spam', 'other'] as const;
export const PLATFORMS = ['x', 'bluesky', 'mastodon', 'reddit', 'youtube', 'facebook', 'instagram', 'threads', 'tiktok',
  'upload'] as const;
export type Campaign = Schemas['Campaign'];
export type CampaignReport = Schemas['CampaignReport'];
