import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('aftercare', '0006_hotline_source_and_closed_tasks'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Assessed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=32, null=True, unique=True, verbose_name='编号')),
                ('enterprise', models.CharField(blank=True, max_length=200, verbose_name='企业名称')),
                ('uscc', models.CharField(blank=True, db_index=True, max_length=18, verbose_name='统一社会信用代码')),
                ('content', models.BinaryField(default=b'', verbose_name='自评数据')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='数据年度')),
                ('doubts', models.PositiveSmallIntegerField(default=0, verbose_name='数据疑点')),
                ('asked', models.PositiveSmallIntegerField(default=0, verbose_name='待确认')),
                ('judged', models.DateField(blank=True, db_index=True, null=True, verbose_name='评定日期')),
                ('made', models.DateTimeField(verbose_name='建立时间')),
                ('changed', models.DateTimeField(verbose_name='更改时间')),
                ('revision', models.PositiveIntegerField(default=0, verbose_name='修订')),
                ('client', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='aftercare.client', verbose_name='服务对象')),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='填报人')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='企业账号')),
            ],
            options={
                'verbose_name': '培育企业',
                'verbose_name_plural': '培育企业',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='AssessedRung',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rung', models.CharField(choices=[('technology_sme', '科技型中小企业'), ('high_tech_enterprise', '高新技术企业'), ('innovative_sme', '创新型中小企业'), ('specialised_sme', '专精特新中小企业'), ('little_giant', '专精特新“小巨人”企业'), ('gazelle', '瞪羚企业'), ('potential_unicorn', '潜在独角兽企业'), ('unicorn', '独角兽企业')], max_length=32, verbose_name='资质')),
                ('place', models.PositiveSmallIntegerField(default=0, verbose_name='先后')),
                ('verdict', models.CharField(choices=[('met', '满足'), ('expert', '需专家'), ('missing', '缺数据'), ('unmet', '不满足')], max_length=16, verbose_name='判断')),
                ('unmet', models.PositiveSmallIntegerField(default=0, verbose_name='不满足的条件')),
                ('wants', models.PositiveSmallIntegerField(default=0, verbose_name='还缺的数')),
                ('gap', models.CharField(blank=True, max_length=300, verbose_name='差距')),
                ('lacks', models.CharField(blank=True, max_length=60, verbose_name='只差')),
                ('step', models.CharField(blank=True, max_length=300, verbose_name='升一档')),
                ('worst', models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True, verbose_name='最低得分')),
                ('best', models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True, verbose_name='最高得分')),
                ('mark', models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True, verbose_name='要达到的得分')),
                ('batch', models.CharField(blank=True, max_length=16, verbose_name='批次')),
                ('held', models.BooleanField(default=False, verbose_name='有有效资质')),
                ('on', models.DateField(verbose_name='评定日期')),
                ('assessed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rungs', to='cultivation.assessed', verbose_name='培育企业')),
            ],
            options={
                'verbose_name': '自评结果',
                'verbose_name_plural': '自评结果',
                'ordering': ('place', 'pk'),
                'indexes': [models.Index(fields=['rung', 'verdict'], name='cultivation_by_verdict')],
                'constraints': [models.UniqueConstraint(fields=('assessed', 'rung'), name='one_verdict_a_rung')],
            },
        ),
        migrations.CreateModel(
            name='GrowthYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('planned', models.DecimalField(blank=True, decimal_places=2, max_digits=20, null=True, verbose_name='计划销售收入')),
                ('actual', models.DecimalField(blank=True, decimal_places=2, max_digits=20, null=True, verbose_name='实际销售收入')),
                ('at', models.DateTimeField(verbose_name='填报时间')),
                ('assessed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='growth', to='cultivation.assessed', verbose_name='培育企业')),
            ],
            options={
                'verbose_name': '倍增计划',
                'verbose_name_plural': '倍增计划',
                'ordering': ('year',),
                'constraints': [models.UniqueConstraint(fields=('assessed', 'year'), name='one_growth_plan_a_year')],
            },
        ),
        migrations.CreateModel(
            name='Qualification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rung', models.CharField(choices=[('technology_sme', '科技型中小企业'), ('high_tech_enterprise', '高新技术企业'), ('innovative_sme', '创新型中小企业'), ('specialised_sme', '专精特新中小企业'), ('little_giant', '专精特新“小巨人”企业'), ('gazelle', '瞪羚企业'), ('potential_unicorn', '潜在独角兽企业'), ('unicorn', '独角兽企业')], max_length=32, verbose_name='资质')),
                ('number', models.CharField(blank=True, max_length=64, verbose_name='证书编号')),
                ('since', models.DateField(blank=True, null=True, verbose_name='发证日期')),
                ('until', models.DateField(blank=True, db_index=True, null=True, verbose_name='有效期至')),
                ('origin', models.CharField(choices=[('enterprise', '企业自己填'), ('office', '工作人员录入'), ('list', '导入的认定名单')], max_length=16, verbose_name='来源')),
                ('at', models.DateTimeField(verbose_name='录入时间')),
                ('assessed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='qualifications', to='cultivation.assessed', verbose_name='培育企业')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='录入人')),
            ],
            options={
                'verbose_name': '资质证书',
                'verbose_name_plural': '资质证书',
                'ordering': ('until', 'pk'),
                'indexes': [models.Index(fields=['rung', 'until'], name='qualifications_by_rung')],
                'constraints': [models.UniqueConstraint(fields=('assessed', 'rung', 'until'), name='one_qualification_a_term')],
            },
        ),
    ]
