{{- /* The App's credentials; nothing at all in setup mode. */ -}}
{{- define "flightlog.githubEnv" -}}
{{- $secret := .Values.github.existingSecret -}}
{{- $keys := .Values.github.keys -}}
- name: FLIGHTLOG_GITHUB_APP_ID
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $keys.appId }}
- name: FLIGHTLOG_GITHUB_PRIVATE_KEY_FILE
  value: /etc/flightlog/github/private-key.pem
- name: FLIGHTLOG_GITHUB_WEBHOOK_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $keys.webhookSecret }}
- name: FLIGHTLOG_GITHUB_WEBHOOK_SECRET_PREVIOUS
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $keys.previousWebhookSecret }}
      optional: true
- name: FLIGHTLOG_GITHUB_CLIENT_ID
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $keys.clientId }}
      optional: true
- name: FLIGHTLOG_GITHUB_CLIENT_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $keys.clientSecret }}
      optional: true
{{- end -}}

{{- /* A secret typed into the values would end up in Helm's release history: refused. */ -}}
{{- define "flightlog.extraEnv" -}}
{{- range .Values.extraEnv -}}
{{- if and (hasKey . "value") (regexMatch "(SECRET|PASSWORD|TOKEN|PRIVATE_KEY)" .name) (not (hasSuffix "_FILE" .name)) -}}
{{- fail (printf "extraEnv: %s looks like a secret; give it by valueFrom.secretKeyRef, not as a value" .name) -}}
{{- end -}}
{{- end -}}
{{- toYaml .Values.extraEnv -}}
{{- end -}}

{{- /* An upgrade that forgets github.existingSecret would put a working server back into setup mode: refused. */ -}}
{{- define "flightlog.keepsCredentials" -}}
{{- if and .Release.IsUpgrade (not .Values.github.existingSecret) -}}
{{- $running := lookup "apps/v1" "Deployment" .Release.Namespace (include "flightlog.fullname" .) -}}
{{- range (dig "spec" "template" "spec" "volumes" (list) $running) -}}
{{- if eq .name "github-private-key" -}}
{{- fail (printf "github.existingSecret: the running server has its credentials from Secret %s, and this upgrade names none; write github.existingSecret into values.yaml (to register another App, delete the Deployment first)" .secret.secretName) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
