import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { encodeAction } from './action.ts';
import { limits, within } from './limits.ts';
import { bounds, entitySelect, stringSelect } from './selects.ts';
import type { ModalField, ModalReply } from './types.ts';

/** A modal as Discord's API takes it. */
export const renderModal = ({ title, action, fields }: ModalReply): APIModalInteractionResponseCallbackData => ({
  title: within(title, limits.modalTitle, 'The title of a modal'),
  custom_id: encodeAction(action),
  components: within(fields, limits.modalFields, 'A modal').map((field) => ({
    type: ComponentType.Label,
    label: within(field.label, limits.modalLabel, 'The label of a field'),
    ...(field.hint && { description: within(field.hint, limits.modalHint, 'The hint of a field') }),
    component: component(field),
  })),
});

const component = (field: ModalField): APIComponentInLabel => {
  switch (field.kind) {
    case 'select':
      return stringSelect(field);
    case 'roles':
    case 'channels':
      return entitySelect(field);
    case 'files':
      return fileUpload(field);
    default:
      return textInput(field);
  }
};

const fileUpload = (field: Extract<ModalField, { readonly kind: 'files' }>): APIComponentInLabel => {
  const { least, most } = bounds(field);
  return {
    type: ComponentType.FileUpload,
    custom_id: field.id,
    required: field.required,
    min_values: Math.min(least, limits.uploads),
    max_values: Math.min(most, limits.uploads),
  };
};

const textInput = ({
  id,
  long,
  required,
  value,
  placeholder,
  maxLength,
}: Exclude<ModalField, { readonly kind: 'select' | 'roles' | 'channels' | 'files' }>): APIComponentInLabel => ({
  type: ComponentType.TextInput,
  custom_id: id,
  style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
  required,
  max_length: Math.min(maxLength, limits.modalText),
  // A prefilled value longer than the field is refused as a whole.
  ...(value && value.length <= maxLength && { value }),
  ...(placeholder && { placeholder: within(placeholder, limits.modalPlaceholder, 'The placeholder of a field') }),
});
