"""Addresses of filed projects (备案项目): guidance before filing, one's own, one with its acts, a change, and the office's list."""

from django.urls import URLPattern, path

from gaoxing.office.projects.views import changing, policies, projects, promotions

urlpatterns: list[URLPattern] = [
    path("projects/guidance", projects.guidance, name="project_guidance"),
    path("projects", projects.mine, name="projects_mine"),
    path("projects/<str:number>", projects.one, name="project_one"),
    path("projects/<str:number>/change", changing.change, name="project_change"),
    path("staff/projects", projects.listed, name="projects_desk"),
    path("staff/projects/list.xlsx", projects.exported, name="projects_export"),
    path("staff/policies", policies.overview, name="policies"),
    path("staff/policies/preview", policies.preview, name="policies_preview"),
    path("staff/policies/publish", policies.publish, name="policies_publish"),
    path("staff/policies/versions/<int:number>", policies.version, name="policies_version"),
    path("staff/policies/<int:number>/withdraw", policies.withdraw, name="policies_withdraw"),
    path("staff/promotions", promotions.overview, name="promotions"),
    path("staff/promotions/new", promotions.new, name="promotion_new"),
    path("staff/promotions/list.xlsx", promotions.exported, name="promotions_export"),
    path("staff/promotions/<str:number>", promotions.one, name="promotion"),
]
