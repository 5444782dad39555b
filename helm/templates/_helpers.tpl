{{- define "flightlog.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- /* 50 characters leave room for suffixes such as -management. */ -}}
{{- define "flightlog.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "flightlog.selectorLabels" -}}
app.kubernetes.io/name: {{ include "flightlog.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- /* The server's pods, and not those of `helm test`. */ -}}
{{- define "flightlog.serverLabels" -}}
{{ include "flightlog.selectorLabels" . }}
app.kubernetes.io/component: server
{{- end -}}

{{- define "flightlog.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{ include "flightlog.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}

{{- define "flightlog.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "flightlog.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- define "flightlog.image" -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" .Values.image.repository (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{- /* No host for a server that only this machine can reach. */ -}}
{{- define "flightlog.publicHost" -}}
{{- $host := (urlParse .Values.publicUrl).hostname -}}
{{- if has $host (list "localhost" "127.0.0.1" "") -}}
{{- fail "publicUrl: an Ingress or HTTPRoute needs the address GitHub reaches, for example https://flightlog.example.com" -}}
{{- end -}}
{{- $host -}}
{{- end -}}

{{- /* Secure defaults of every container this chart starts. */ -}}
{{- define "flightlog.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "flightlog.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}
