import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { InstanceSpec } from '../../../../shared/instance-spec.ts';
import { windowErrorOf } from '../../api/call-failure.ts';
import { useCreateInstance } from '../../api/instances.ts';
import { useOperation } from '../../api/operations.ts';
import { useToastStore } from '../../stores/toast-store.ts';
import { instancePath } from '../instance/instance-path.ts';
import { useDraftStore } from './draft-store.ts';

/** Carries a draft to its instance: starts the operation, follows it, and takes its failure back to the form. */
export function useCreation() {
  const { operationId, submitted, failed, forget } = useDraftStore();
  const closeToast = useToastStore((store) => store.closeToast);
  const [, navigate] = useLocation();
  const create = useCreateInstance();
  const operation = useOperation(operationId);
  const seenRunning = useRef(false);

  useEffect(() => {
    if (operation === null) return;
    // This page tells how it ended, better than a toast could.
    if (operation.state !== 'running' && seenRunning.current) closeToast(operation.id);
    switch (operation.state) {
      case 'running':
        seenRunning.current = true;
        return;
      case 'succeeded':
        forget();
        // One that ended while another page was looked at is not what the form was opened for.
        if (seenRunning.current) navigate(instancePath(operation.subject), { replace: true });
        return;
      case 'failed':
      case 'cancelled':
      case 'rolled-back':
      case 'interrupted':
        failed(operation.error ?? { code: 'cancelled' });
    }
  }, [operation, forget, failed, navigate, closeToast]);

  return {
    operation,
    starting: create.isPending,
    submit: (spec: InstanceSpec) => {
      seenRunning.current = true;
      create.mutate(spec, {
        onSuccess: (started) => submitted(started.operationId),
        onError: (failure) => failed(windowErrorOf(failure)),
      });
    },
  };
}
