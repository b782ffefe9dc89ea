export { PracticeSkeleton as default } from '@/components/practice/practice-skeleton';
