// The workspace's brands, and the one that the page is about.
import { computed, signal } from '@preact/signals';
import type { Brand } from '../api/types';
import { param } from './address';

export const brands = signal<Brand[]>([]);

/** The brand of the address, even if it was deleted meanwhile: the page then says so. Without one, the first. */
export const brandId = computed(() => param('brand') || brands.value[0]?.id || '');
export const brand = computed(() => brands.value.find(each => each.id === brandId.value));
export const brandName = computed(() => brand.value?.name ?? brandId.value);
